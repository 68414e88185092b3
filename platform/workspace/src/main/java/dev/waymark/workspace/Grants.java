package dev.waymark.workspace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code workspace:role} entries of a token: the strongest role per workspace. Other entries are not ours. */
record Grants(Map<String, Role> roles) {

    private static final Pattern WORKSPACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    static Grants parse(Collection<String> entries) {
        var roles = new HashMap<String, Role>();
        for (var entry : entries) {
            var colon = entry.lastIndexOf(':');
            if (colon > 0 && WORKSPACE.matcher(entry.substring(0, colon)).matches()) {
                Role.of(entry.substring(colon + 1))
                        .ifPresent(role -> roles.merge(entry.substring(0, colon), role, Grants::stronger));
            }
        }
        return new Grants(roles);
    }

    /** The workspace asked for, or the only one there is; empty if that is not clear or not granted. */
    Optional<String> choose(String asked) {
        if (asked != null) {
            return roles.containsKey(asked) ? Optional.of(asked) : Optional.empty();
        }
        return roles.size() == 1 ? roles.keySet().stream().findFirst() : Optional.empty();
    }

    private static Role stronger(Role a, Role b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
