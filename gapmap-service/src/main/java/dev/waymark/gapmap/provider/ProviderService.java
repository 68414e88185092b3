package dev.waymark.gapmap.provider;

import dev.waymark.content.Reference;
import dev.waymark.document.DocumentParts;
import dev.waymark.document.DocumentService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How providers are made, shown, and found by gap maps. One that a map compares, or that was rated, stays. */
@Singleton
public class ProviderService extends DocumentService<Provider, ProviderDraft, ProviderView> {

    private final Providers rows;

    ProviderService(Providers rows, DocumentParts parts) {
        super("provider", ProviderDraft.class, rows, parts);
        this.rows = rows;
    }

    @Override
    protected Provider fresh(ProviderDraft content, Instant now) {
        Price.requireOneEach(content.prices());
        return new Provider(content, now);
    }

    @Override
    protected void replace(Provider provider, ProviderDraft content) {
        Price.requireOneEach(content.prices());
        super.replace(provider, content);
    }

    @Override
    public ProviderView view(Provider provider) {
        return ProviderView.of(provider);
    }

    @Override
    public ProviderSummary summary(Provider provider) {
        return ProviderSummary.of(provider);
    }

    /** The provider of the workspace that something refers to, by id or external key. */
    public Optional<UUID> find(Reference reference) {
        return documents().find(reference);
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
