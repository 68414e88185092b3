package dev.waymark.gapmap.provider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The providers of the caller's workspace. */
@ApplicationScoped
class Providers implements PanacheRepositoryBase<Provider, UUID> {}
