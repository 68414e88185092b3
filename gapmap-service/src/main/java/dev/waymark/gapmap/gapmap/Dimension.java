package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownPersona;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Needs that are one thing to customers, for SERVQUAL. */
@Schema(name = "GapMapDimension", description = "Needs that are one thing to customers, for SERVQUAL")
public record Dimension(
        @Schema(description = "How much it matters beside the others; default 1")
        @DecimalMin("0")
        @DecimalMax("1000000")
        Double weight,

        @NotEmpty
        @Size(max = 200)
        @Schema(
                description = "Each its id, or key: and its key; what the persona does not have is ignored",
                examples = "[\"key:wifi\"]")
        List<@NotBlank @Size(max = 210) String> needs) {

    public Dimension {
        weight = weight == null ? (Double) 1.0 : weight;
    }

    /** The references to its needs, before anybody has looked whether there are any. */
    Stream<String> named() {
        return needs == null ? Stream.empty() : needs.stream().filter(Objects::nonNull);
    }

    boolean holds(KnownPersona.Need need) {
        return needs.stream().anyMatch(need::isNamed);
    }
}
