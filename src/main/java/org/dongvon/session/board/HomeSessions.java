package org.dongvon.session.board;

import org.dongvon.shared.Actor;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.HomePart;
import org.springframework.stereotype.Component;

/** The day's sessions on everyone's home page, with the next step of their role. */
@Component
@WebOnly
class HomeSessions implements HomePart {

    private static final int PLACE = 10;

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
        return true;
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
