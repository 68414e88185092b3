package dev.waymark.gapmap.provider;

import dev.waymark.http.Problem;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a provider costs from a day on.
 *
 * <p>Equal amounts are equal however they were written: {@code 29.90} is {@code 29.9}.
 *
 * @param value at most eleven digits before and four after the point, so that no JSON reader rounds it
 */
@Schema(description = "What a provider costs from a day on")
public record Price(
        UUID id,
        String key,

        @NotNull @Schema(description = "The day it was found at, or holds from", examples = "2026-03-01")
        LocalDate date,

        @NotNull @DecimalMin("0") @Digits(integer = 11, fraction = 4) @Schema(examples = "29.9")
        BigDecimal value,

        @NotNull @CurrencyCode @Schema(description = "Of ISO 4217", pattern = "^[A-Z]{3}$", examples = "EUR")
        String currency) {

    private static final int MOST_ZEROS = 11;

    public Price {
        value = value == null ? null : plain(value);
    }

    /** @throws Problem 400 if two prices are of the same day in the same currency */
    static void requireOneEach(List<Price> prices) {
        var seen = new HashSet<String>();
        for (int i = 0; i < prices.size(); i++) {
            var price = prices.get(i);
            if (!seen.add(price.date() + " " + price.currency())) {
                throw Problem.invalid(
                        "/prices/" + i, "another price is of " + price.date() + " in " + price.currency() + " already");
            }
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        var shortest = value.stripTrailingZeros();
        // What has more zeros is refused by validation; written out it would fill the memory.
        return shortest.scale() < 0 && shortest.scale() >= -MOST_ZEROS ? shortest.setScale(0) : shortest;
    }
}
