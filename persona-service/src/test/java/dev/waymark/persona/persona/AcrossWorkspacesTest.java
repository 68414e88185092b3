package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By whichever way Hibernate offers: what is another workspace's is not there, and stays as it is. */
@QuarkusTest
class AcrossWorkspacesTest {

    @Inject
    EntityManager entities;

    @Inject
    StatelessSession stateless;

    @Inject
    CurrentCaller caller;

    private final TestWorkspace mine = TestWorkspace.fresh();
    private final TestWorkspace theirs = TestWorkspace.fresh();
    private UUID id;

    @BeforeEach
    void aPersona() {
        id = UUID.fromString(mine.editor()
                .body("{\"name\": \"Mine\", \"tags\": [\"loyal\"]}")
                .post("/v1/personas")
                .path("id"));
        assertThat(in(mine, () -> entities.find(Persona.class, id).name())).isEqualTo("Mine");
    }

    @AfterEach
    void isAsItWas() {
        mine.viewer()
                .get("/v1/personas/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1.0\""))
                .body("name", equalTo("Mine"));
        theirs.read("/v1/personas").body("items.size()", equalTo(0));
        theirs.read("/v1/events").body("size()", equalTo(0));
    }

    @Test
    void findFindsNothing() {
        assertThat(in(theirs, () -> entities.find(Persona.class, id))).isNull();
    }

    @Test
    void aQueryFindsNothing() {
        assertThat(in(theirs, () -> entities.createQuery("from Persona where id = :id", Persona.class)
                        .setParameter("id", id)
                        .getResultList()))
                .isEmpty();
    }

    @Test
    void aQueryThatNamesTheWorkspaceFindsNothing() {
        assertThat(in(theirs, () -> entities.createQuery("from Persona where workspace = :mine", Persona.class)
                        .setParameter("mine", mine.name())
                        .getResultList()))
                .isEmpty();
    }

    @Test
    void bulkChangesNothing() {
        assertThat(change("update Persona set name = 'Theirs' where id = :id")).isZero();
        assertThat(change("delete from Persona where id = :id")).isZero();
    }

    @Test
    void nativeSqlChangesNothing() {
        for (var sql : new String[] {
            "update persona set name = 'Theirs' where id = :id",
            "update persona set workspace = '" + theirs.name() + "' where id = :id",
            "delete from persona where id = :id"
        }) {
            assertThat(in(theirs, () -> entities.createNativeQuery(sql)
                            .setParameter("id", id)
                            .executeUpdate()))
                    .as(sql)
                    .isZero();
        }
    }

    @Test
    void mergeTakesNothingOver() {
        var detached = in(mine, () -> {
            var persona = entities.find(Persona.class, id);
            entities.detach(persona);
            return persona;
        });
        assertThatThrownBy(() -> in(theirs, () -> {
                    entities.merge(detached);
                    entities.flush();
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void removingByReferenceRemovesNothing() {
        assertThatThrownBy(() -> in(theirs, () -> {
                    entities.remove(entities.getReference(Persona.class, id));
                    entities.flush();
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aStatelessSessionFindsAndRemovesNothing() {
        var persona = in(mine, () -> stateless.get(Persona.class, id));
        assertThat(persona.name()).isEqualTo("Mine");

        assertThat(in(theirs, () -> stateless.get(Persona.class, id))).isNull();
        assertThatThrownBy(() -> in(theirs, () -> {
                    stateless.delete(persona);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> in(theirs, () -> {
                    stateless.update(persona);
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    private int change(String query) {
        return in(
                theirs, () -> entities.createQuery(query).setParameter("id", id).executeUpdate());
    }

    private <T> T in(TestWorkspace workspace, Supplier<T> work) {
        var answer = new AtomicReference<T>();
        caller.runAs(Caller.service(workspace.name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> answer.set(work.get())));
        return answer.get();
    }
}
