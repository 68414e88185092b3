package dev.waymark.document;

import dev.waymark.content.Contents;
import dev.waymark.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every {@link DocumentService} is built of. */
@Singleton
public class DocumentParts {

    final Outbox outbox;
    final Contents contents;
    final InstantSource clock;

    DocumentParts(Outbox outbox, Contents contents, InstantSource clock) {
        this.outbox = outbox;
        this.contents = contents;
        this.clock = clock;
    }
}
