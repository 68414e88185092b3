package dev.waymark.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {

    @Test
    void strongestRoleOfAWorkspaceCounts() {
        var grants = Grants.parse(List.of("acme:viewer", "acme:admin", "acme:editor", "globex:viewer"));
        assertThat(grants.roles()).isEqualTo(Map.of("acme", Role.ADMIN, "globex", Role.VIEWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                ":viewer",
                "acme:",
                "acme:owner",
                "acme:VIEWER",
                "acme: viewer",
                "Acme:viewer",
                "-acme:viewer",
                "ac/me:viewer",
                "ac:me:viewer",
                "acme:viewer ",
                "offline_access"
            })
    void whatIsNotAGrantGrantsNothing(String entry) {
        assertThat(Grants.parse(List.of(entry)).roles()).isEmpty();
    }

    @Test
    void nameLongerThanALabelIsNoWorkspace() {
        assertThat(Grants.parse(List.of("a".repeat(63) + ":viewer")).roles()).hasSize(1);
        assertThat(Grants.parse(List.of("a".repeat(64) + ":viewer")).roles()).isEmpty();
    }

    @Test
    void onlyWorkspaceIsChosenUnasked() {
        assertThat(Grants.parse(List.of("acme:viewer")).choose(null)).contains("acme");
    }

    @Test
    void ofSeveralWorkspacesNoneIsChosenUnasked() {
        assertThat(Grants.parse(List.of("acme:viewer", "globex:admin")).choose(null))
                .isEmpty();
    }

    @Test
    void askedForWorkspaceMustBeGranted() {
        var grants = Grants.parse(List.of("acme:viewer", "globex:admin"));
        assertThat(grants.choose("globex")).contains("globex");
        assertThat(grants.choose("initech")).isEmpty();
        assertThat(grants.choose("")).isEmpty();
    }

    @Test
    void withoutGrantsNothingIsChosen() {
        assertThat(Grants.parse(List.of()).choose(null)).isEmpty();
    }

    @Test
    void rolesRise() {
        assertThat(Role.values()).isSorted();
        assertThat(Role.of("editor")).contains(Role.EDITOR);
        assertThat(Role.of("nobody")).isEmpty();
    }
}
