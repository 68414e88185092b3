package dev.waymark.workspace;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Hibernate the workspace ({@code @TenantId}). Outside a request or {@code runAs} it throws. */
@ApplicationScoped
@PersistenceUnitExtension
class WorkspaceOfSession implements TenantResolver {

    private final CurrentCaller caller;

    WorkspaceOfSession(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public String getDefaultTenantId() {
        return caller.get().workspace();
    }

    @Override
    public String resolveTenantId() {
        return caller.get().workspace();
    }
}
