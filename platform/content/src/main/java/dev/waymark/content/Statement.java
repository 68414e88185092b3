package dev.waymark.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something said in a document in a sentence: a goal, a pain, a feeling. */
public record Statement(
        UUID id,
        String key,

        @NotBlank @Size(max = 1000) @Schema(examples = "Get home before the children are asleep")
        String text) {}
