package org.dongvon.identity.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dongvon.identity.access.PageAccess;
import org.dongvon.shared.Role;

/** The links beside every page, with the keys g and a letter; each role sees the pages it may read. */
final class Navigation {

    private static final List<Section> ALL = List.of(
            new Section(
                    "today",
                    List.of(
                            new Link("/", "h", "home"),
                            new Link("/sessions", "p", "sessions"),
                            new Link("/field", "a", "field"),
                            new Link("/collection", "p", "collection"),
                            new Link("/applications", "j", "applications"),
                            new Link("/risk", "r", "risk"),
                            new Link("/work-lists", "f", "work-lists"),
                            new Link("/vault", "q", "vault"),
                            new Link("/fees", "g", "fees"),
                            new Link("/incoming", "a", "incoming"),
                            new Link("/approvals", "d", "approvals"),
                            new Link("/closing", "k", "closing"))),
            new Section(
                    "lookup",
                    List.of(
                            new Link("/loans", "l", "loans"),
                            new Link("/groups", "t", "groups"),
                            new Link("/ratings", "z", "ratings"),
                            new Link("/households", "w", "households"),
                            new Link("/classes", "x", "classes"),
                            new Link("/cards", "i", "cards"),
                            new Link("/journals", "n", "journals"),
                            new Link("/reports/directive40", "c", "directive40"),
                            new Link("/reports/plan", "o", "plan"),
                            new Link("/reports", "b", "reports"),
                            new Link("/capital", "u", "capital"),
                            new Link("/units", "e", "units"),
                            new Link("/programmes", "s", "programmes"),
                            new Link("/rules", "y", "rules"),
                            new Link("/documents", "v", "documents"),
                            new Link("/forms", "m", "forms"),
                            new Link("/audit", "a", "audit"))),
            new Section(
                    "administration",
                    List.of(
                            new Link("/administration/accounts", "o", "accounts"),
                            new Link("/administration/sign-ins", "u", "sign-ins"),
                            new Link("/administration/events", "e", "events"),
                            new Link("/administration/settings", "q", "settings"))));

    private static final Map<Role, List<Section>> OF_ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, Navigation::allowed));

    private Navigation() {}

    static List<Section> of(Role role) {
        return Objects.requireNonNull(OF_ROLES.get(role));
    }

    private static List<Section> allowed(Role role) {
        return ALL.stream()
                .map(section -> new Section(
                        section.name(),
                        section.links().stream()
                                .filter(link -> PageAccess.of(link.path())
                                        .map(page -> page.mayRead(role))
                                        .orElse(false))
                                .toList()))
                .filter(section -> !section.links().isEmpty())
                .toList();
    }

    /** Whether a page belongs under this link, and under none that is nearer to it. */
    static boolean isHere(Link link, String page) {
        return link.holds(page)
                && ALL.stream()
                        .flatMap(section -> section.links().stream())
                        .noneMatch(other -> other.holds(page)
                                && other.path().length() > link.path().length());
    }

    /** A group of links; its title is the message {@code nav.section.<name>}. */
    record Section(String name, List<Link> links) {}

    /** A link; its text is the message {@code nav.<name>}. */
    record Link(String path, String key, String name) {

        /** Whether a page belongs under this link. */
        boolean holds(String page) {
            return path.equals("/") ? page.equals("/") : page.equals(path) || page.startsWith(path + "/");
        }
    }
}
