package org.dongvon.session.board;

import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class BoardController {

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/sessions")
    String show(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("today", board.of(actor));
        return "session/board/board";
    }
}
