package dev.waymark.gapmap.gapmap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The gap maps of the caller's workspace. */
@ApplicationScoped
class GapMaps implements PanacheRepositoryBase<GapMap, UUID> {

    private static final String RESPONDENTS =
            "hashtextextended('respondents ' || current_setting('waymark.workspace'), 0)";

    List<UUID> ofPersona(UUID personaId) {
        return getEntityManager()
                .createQuery("select id from GapMap where personaId = ?1 order by id", UUID.class)
                .setParameter(1, personaId)
                .getResultList();
    }

    /**
     * Keeps others from changing the ratings of a map, and from erasing respondents, until the transaction ends.
     *
     * @return false if somebody else does just now
     */
    boolean tryLockRatings(UUID id) {
        return (boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended('ratings ' || :id, 0))"
                        + " and pg_try_advisory_xact_lock_shared(" + RESPONDENTS + ")")
                .setParameter("id", id.toString())
                .getSingleResult();
    }

    /**
     * Keeps others from changing any ratings of the workspace until the transaction ends.
     *
     * @return false if somebody else does just now
     */
    boolean tryLockRespondents() {
        return (boolean) getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(" + RESPONDENTS + ")")
                .getSingleResult();
    }
}
