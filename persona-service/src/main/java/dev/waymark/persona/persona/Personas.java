package dev.waymark.persona.persona;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The personas of the caller's workspace. */
@ApplicationScoped
class Personas implements PanacheRepositoryBase<Persona, UUID> {}
