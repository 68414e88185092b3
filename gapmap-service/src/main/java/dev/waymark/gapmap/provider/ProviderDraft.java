package dev.waymark.gapmap.provider;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.waymark.content.Content;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** What a caller says of a provider. Fields that only the server sets are accepted and ignored. */
@JsonIgnoreProperties({"id", "version", "status", "context", "createdAt", "updatedAt"})
@Schema(description = "A provider as a caller sends it")
public record ProviderDraft(
        @Schema(description = "The other system's id, unique in the workspace; imports name providers by it")
        @Size(min = 1, max = 200)
        String externalKey,

        @NotBlank @Size(max = 200) @Schema(examples = "Harbour Air")
        String name,

        @NotNull ProviderKind kind,

        @Size(max = 4000) @Schema(examples = "Three lounges, two of them before security")
        String description,

        @Size(max = 2000)
        @Pattern(regexp = "https?://\\S+", message = "must be an address that begins with http:// or https://")
        @Schema(description = "Where to read more", examples = "https://harbour-air.example")
        String url,

        @Size(max = 500) @Schema(description = "What it costs there; one per date and currency")
        List<@NotNull @Valid Price> prices,

        @Schema(description = "Words to find it by", examples = "[\"airline\"]", uniqueItems = true)
        @Size(max = 50)
        @UniqueElements(message = "must not name a tag twice")
        List<@NotBlank @Size(max = 100) String> tags,

        @Size(min = 1, max = 200) @Schema(description = "Who keeps it up to date", examples = "Market research")
        String owner)
        implements Content {

    public ProviderDraft {
        prices = prices == null ? List.of() : prices;
        tags = tags == null ? List.of() : tags;
    }

    /**
     * Its latest price until a day.
     *
     * @param currency null for any
     */
    public Optional<Price> latestPrice(LocalDate until, String currency) {
        return prices.stream()
                .filter(price -> !price.date().isAfter(until))
                .filter(price -> currency == null || price.currency().equals(currency))
                .max(Comparator.comparing(Price::date).thenComparing(Price::currency));
    }
}
