package org.dongvon.identity.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Grant;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.access.PageAccess;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** What the layout shows around a page. Templates find it as {@code frame}. */
public final class PageFrame {

    private final @Nullable SignedIn person;
    private final Accounts accounts;
    private final BusinessDays days;
    private final boolean demo;
    private final PageAddress address;

    PageFrame(@Nullable SignedIn person, Accounts accounts, BusinessDays days, boolean demo, PageAddress address) {
        this.accounts = accounts;
        this.person = person;
        this.days = days;
        this.demo = demo;
        this.address = address;
    }

    public boolean isDemo() {
        return demo;
    }

    public boolean isSignedIn() {
        return person != null;
    }

    public String person() {
        return signedIn().actor().name();
    }

    public Role role() {
        return signedIn().actor().role();
    }

    /** The unit, and the province of an office: "PGD Lê Chân, Hải Phòng". */
    public String place() {
        var above = signedIn().above();
        return above == null ? signedIn().unit() : signedIn().unit() + ", " + above;
    }

    /** The other roles that the person holds and may act in. */
    public List<Grant> otherRoles() {
        return signedIn().hasChoice()
                ? accounts.grants(signedIn().actor().id()).stream()
                        .filter(grant -> grant.id() != signedIn().grantId())
                        .toList()
                : List.of();
    }

    /** The open day of the person's office; none for those who belong to no office. */
    public @Nullable LocalDate today() {
        long office = signedIn().actor().officeId();
        if (office == 0) {
            return null;
        }
        try {
            return days.today(office);
        } catch (DataAccessException databaseIsDown) {
            // The page that says so needs this frame too.
            return null;
        }
    }

    /** Whether the search in the head, which looks loans up, opens to the role. */
    public boolean isSearching() {
        return PageAccess.of("/loans").map(page -> page.mayRead(role())).orElse(false);
    }

    public List<Navigation.Section> sections() {
        return Navigation.of(role());
    }

    public boolean isHere(Navigation.Link link) {
        return Navigation.isHere(link, address.path());
    }

    /** This page in the other language. */
    public String inLanguage(Language language) {
        return address.inLanguage(language);
    }

    private SignedIn signedIn() {
        if (person == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return person;
    }
}
