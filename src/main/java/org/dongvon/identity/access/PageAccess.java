package org.dongvon.identity.access;

import static org.dongvon.identity.access.PageRoles.READERS;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which roles read and which write a page: a line of {@link PageTable}. The first line that fits counts; a page that no line
 * names is refused to all. An auditor writes nothing but what concerns the own account.
 */
public final class PageAccess {

    static final Set<Role> NOBODY = Set.of();

    /** The pages of one's own account: everybody writes there, and no token opens them. */
    static final String OWN = "/account";

    private final PathPattern path;
    private final Set<Role> readers;
    private final Set<Role> writers;
    private final Set<Role> askers;

    private PageAccess(String path, Set<Role> readers, Set<Role> writers, Set<Role> askers) {
        if (!path.startsWith(OWN) && !Collections.disjoint(writers, READERS)) {
            throw new IllegalArgumentException("an auditor or inspector writes nothing: " + path);
        }
        this.path = PathPatternParser.defaultInstance.parse(path);
        this.readers = readers;
        this.writers = writers;
        this.askers = askers;
    }

    static PageAccess page(String path, Set<Role> readers, Set<Role> writers) {
        return new PageAccess(path, readers, writers, NOBODY);
    }

    /** The address with its variables unnamed, such as {@code /loans/{code}}. */
    String pattern() {
        return path.getPatternString();
    }

    /** A page whose POST only asks: what is typed does not belong in an address. It changes nothing but the log of data seen. */
    static PageAccess asking(String path, Set<Role> readers, Set<Role> askers) {
        return new PageAccess(path, readers, NOBODY, askers);
    }

    /** The line for a path. */
    public static Optional<PageAccess> of(String path) {
        var parsed = PathContainer.parsePath(path);
        return PageTable.LINES.stream()
                .filter(line -> line.path.matches(parsed))
                .findFirst();
    }

    /** All lines, for the test that compares them with the pages there are. */
    static List<PageAccess> table() {
        return PageTable.LINES;
    }

    String path() {
        return path.getPatternString();
    }

    public boolean mayRead(Role role) {
        return readers.contains(role);
    }

    boolean mayWrite(Role role) {
        return writers.contains(role);
    }

    /** Whether the role may send the page's form, to write or to ask. */
    boolean maySend(Role role) {
        return writers.contains(role) || askers.contains(role);
    }

    /** Whether the page is about the account of who opens it. */
    boolean isOwnAccount() {
        return path().equals(OWN) || path().startsWith(OWN + "/");
    }

    boolean isReadOnly() {
        return writers.isEmpty() && askers.isEmpty();
    }
}
