package dev.waymark.journey.journey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The journey maps of the caller's workspace. */
@ApplicationScoped
class Journeys implements PanacheRepositoryBase<Journey, UUID> {

    /** Locked until the transaction ends, always in the same order. */
    List<Journey> ofPersona(UUID personaId) {
        return find("personaId = ?1 order by id", personaId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
