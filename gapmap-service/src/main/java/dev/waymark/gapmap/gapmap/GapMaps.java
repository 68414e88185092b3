package dev.waymark.gapmap.gapmap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The gap maps of the caller's workspace. */
@ApplicationScoped
class GapMaps implements PanacheRepositoryBase<GapMap, UUID> {

    List<UUID> ofPersona(UUID personaId) {
        return getEntityManager()
                .createQuery("select id from GapMap where personaId = ?1 order by id", UUID.class)
                .setParameter(1, personaId)
                .getResultList();
    }

    /** Waits until nobody else changes the ratings of a map, and keeps it so until the transaction ends. */
    void lockRatings(UUID id) {
        ratings("select 1 from (select pg_advisory_xact_lock(hashtextextended('ratings ' || :id, 0))) locked", id);
    }

    /** The same without waiting; false if somebody else does. */
    boolean tryLockRatings(UUID id) {
        return (boolean) ratings("select pg_try_advisory_xact_lock(hashtextextended('ratings ' || :id, 0))", id);
    }

    private Object ratings(String sql, UUID id) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("id", id.toString())
                .getSingleResult();
    }
}
