package org.dongvon.session.board;

import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** The day's sessions on the home page of those who hold or follow them, with the next step of their role. */
@Component
@WebOnly
class HomeSessions implements HomePart {

    private static final int PLACE = 10;

    private static final Set<Role> READERS = Set.of(
            Role.LEADER,
            Role.TELLER,
            Role.CONTROLLER,
            Role.DIRECTOR,
            Role.CREDIT_OFFICER,
            Role.ACCOUNTANT,
            Role.MANAGER,
            Role.INSPECTOR,
            Role.AUDITOR);

    private final Board board;

    HomeSessions(Board board) {
        this.board = board;
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public boolean isFor(Actor actor) {
        return READERS.contains(actor.role()) && !actor.scope().isNarrowed();
    }

    @Override
    public String template() {
        return "session/board/home";
    }

    @Override
    public Object load(Actor actor) {
        return new Shown(actor, board.of(actor));
    }

    /** Whose board it is, and what stands on it. */
    record Shown(Actor actor, Board.Today today) {}
}
