package dev.waymark.persona.segment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The segments of the caller's workspace. */
@ApplicationScoped
class Segments implements PanacheRepositoryBase<Segment, UUID> {

    /** How many personas name a segment. */
    long personas(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from persona_segment where segment_id = ?1")
                        .setParameter(1, id)
                        .getSingleResult())
                .longValue();
    }
}
