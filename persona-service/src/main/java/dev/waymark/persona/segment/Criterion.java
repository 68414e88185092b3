package dev.waymark.persona.segment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer has to be like to belong to a segment.
 *
 * @param value what the {@link Operator} wants; null only if it does not fit
 */
@FittingValue
@Schema(name = "Criterion", description = "What a customer has to be like to belong to a segment")
public record Criterion(
        UUID id,
        String key,

        @Schema(description = "The name of what is compared", examples = "flightsPerYear") @NotBlank @Size(max = 100)
        String attribute,

        @NotNull @Schema(examples = "BEHAVIOURAL") Kind kind,

        @NotNull @Schema(description = """
                EQ, NE: one text, number, true or false. IN, NOT_IN: a list of 1 to 200 values of one type. LT, LE, GT, GE:
                a number, or a date like 2026-01-31. BETWEEN: a list of two numbers or two dates, the lower first; both
                belong to it. CONTAINS: a text. EXISTS: true (as when absent) or false.""", examples = "GE") Operator operator,

        @Schema(description = "What the operator wants", examples = "20")
        CriterionValue value) {

    public Criterion {
        value = value == null && operator == Operator.EXISTS ? CriterionValue.TRUE : value;
    }

    /** What a criterion is about: who they are, how they think, what they do, what kind of firm they are. */
    @Schema(name = "CriterionKind")
    public enum Kind {
        DEMOGRAPHIC,
        PSYCHOGRAPHIC,
        BEHAVIOURAL,
        FIRMOGRAPHIC
    }
}
