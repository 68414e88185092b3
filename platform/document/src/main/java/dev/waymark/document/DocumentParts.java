package dev.waymark.document;

import dev.waymark.content.Contents;
import dev.waymark.history.Revisions;
import dev.waymark.outbox.Outbox;
import dev.waymark.retries.Retries;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What every {@link DocumentService} is built of. */
@Singleton
public class DocumentParts {

    final Outbox outbox;
    final Contents contents;
    final Revisions revisions;
    final Retries retries;
    final InstantSource clock;

    DocumentParts(Outbox outbox, Contents contents, Revisions revisions, Retries retries, InstantSource clock) {
        this.outbox = outbox;
        this.contents = contents;
        this.revisions = revisions;
        this.retries = retries;
        this.clock = clock;
    }
}
