package dev.waymark.gapmap.provider;

import dev.waymark.document.Documents;
import dev.waymark.document.Preconditions;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Where transactions begin and end. */
@ApplicationScoped
@Transactional
public class ProviderService {

    private final Documents<Provider> providers;
    private final Providers rows;
    private final InstantSource clock;

    ProviderService(Providers rows, Outbox outbox, InstantSource clock) {
        this.providers = new Documents<>(Provider.TYPE, rows, outbox, clock);
        this.rows = rows;
        this.clock = clock;
    }

    Provider get(UUID id) {
        return providers.require(id);
    }

    Provider getByKey(String key) {
        return providers.requireByKey(key);
    }

    Page<ProviderView> list(PageRequest page) {
        return providers.list(page).map(ProviderView::of);
    }

    Provider create(ProviderDraft draft) {
        return providers.create(new Provider(draft, clock.instant()));
    }

    Provider replace(UUID id, IfMatch ifMatch, ProviderDraft draft) {
        return providers.change(id, ifMatch, provider -> provider.replace(draft));
    }

    Documents.Put<Provider> put(String key, Preconditions when, ProviderDraft draft) {
        return providers.put(
                key, when, () -> new Provider(draft, clock.instant()), provider -> provider.replace(draft));
    }

    /** @throws Problem 409 if a gap map compares it or ratings are about it */
    void delete(UUID id, IfMatch ifMatch) {
        try {
            providers.delete(id, ifMatch);
        } catch (ConstraintViolationException e) {
            throw Problem.conflict("A gap map compares this provider, or has ratings of it.");
        }
    }

    /** The providers with these ids, as far as they exist in the workspace. */
    public List<ProviderView> named(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream().map(ProviderView::of).toList();
    }

    /** All providers of the workspace, for recognising them in an import. */
    public List<ProviderView> all() {
        return rows.listAll().stream().map(ProviderView::of).toList();
    }
}
