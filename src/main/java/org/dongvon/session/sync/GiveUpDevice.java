package org.dongvon.session.sync;

import java.util.List;
import java.util.Set;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/**
 * A device that is lost or broken before it handed in: two persons say that the session waits for it no longer. What it may still send goes
 * to the desk. The subject is {@code session:device}.
 */
@Component
class GiveUpDevice implements ChangeKind {

    static final String NAME = "session.field-give-up";

    private static final String STATE = "field.checkout.";

    private final FieldCheckouts checkouts;
    private final Sessions sessions;

    GiveUpDevice(FieldCheckouts checkouts, Sessions sessions) {
        this.checkouts = checkouts;
        this.sessions = sessions;
    }

    static String subject(long session, long device) {
        return session + ":" + device;
    }

    static Facts wanted() {
        return Facts.none().word("state", STATE + FieldCheckouts.State.GIVEN_UP);
    }

    private static long part(String subject, int index) {
        try {
            return Long.parseLong(subject.split(":", -1)[index]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new Refused(FieldRefusal.FIELD_NOT_CHECKED_OUT);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.TELLER, Role.LEADER, Role.CONTROLLER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return sessions.get(part(subject, 0)).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        return Facts.none().word("state", STATE + checkouts.hold(part(subject, 0), part(subject, 1)));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        if (!current.textOf("state").equals(STATE + FieldCheckouts.State.OUT)) {
            throw new Refused(FieldRefusal.FIELD_CHECKOUT_ENDED);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        checkouts.end(part(approved.subject(), 0), part(approved.subject(), 1), FieldCheckouts.State.GIVEN_UP, null);
    }

    @Override
    public String form(String subject) {
        return "/sessions/" + part(subject, 0) + "/desk";
    }
}
