package dev.waymark.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A new server trusts everybody on this machine; this makes it ask every role, the superuser too, for its password. */
record PostgresAccess(Path dataDir) {
    private static final String RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

    void demandPasswords(Connection superuser, String password) throws IOException, SQLException {
        var file = dataDir.resolve("pg_hba.conf");
        if (RULES.equals(Files.readString(file))) {
            return;
        }
        try (var statement = superuser.createStatement()) {
            statement.execute("alter role postgres password " + RolesScript.quoted(password));
            Files.writeString(file, RULES);
            statement.execute("select pg_reload_conf()");
        }
    }
}
