package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service is ready while the database answers the application, not only its relay. */
@QuarkusTest
class ReadinessTest {

    private static final String CHECK = "checks.find { it.name == 'Database as the application' }.status";
    private static final int POOL = 10;

    @Inject
    AgroalDataSource database;

    @Inject
    CurrentCaller caller;

    @Test
    void theApplicationsOwnPoolIsAsked() throws InterruptedException {
        given().get("/q/health/ready").then().statusCode(200).body(CHECK, equalTo("UP"));

        var taken = new CountDownLatch(POOL);
        var done = new CountDownLatch(1);
        for (int i = 0; i < POOL; i++) {
            Thread.ofPlatform().start(() -> occupy(taken, done));
        }
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        try {
            given().get("/q/health/ready").then().statusCode(503).body(CHECK, equalTo("DOWN"));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            done.countDown();
        }
    }

    private void occupy(CountDownLatch taken, CountDownLatch done) {
        caller.runAs(Caller.service("occupied", "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    try (var connection = database.getConnection()) {
                        assertThat(connection.isClosed()).isFalse();
                        taken.countDown();
                        done.await();
                    } catch (SQLException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }
}
