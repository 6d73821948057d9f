package org.dongvon.closing;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ClosingController {

    private final ClosingBoard board;
    private final CloseInBackground closing;
    private final ClosingMinutes minutes;
    private final Units units;

    ClosingController(ClosingBoard board, CloseInBackground closing, ClosingMinutes minutes, Units units) {
        this.board = board;
        this.minutes = minutes;
        this.closing = closing;
        this.units = units;
    }

    @GetMapping("/closing")
    String show(Actor actor, @RequestParam(defaultValue = "") String unit, HttpServletResponse response, Model model) {
        var shown = board.of(actor, unit.isEmpty() ? own(actor) : units.byCode(unit));
        if (shown.progress() == ClosingBoard.Progress.RUNNING) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("board", shown);
        return "closing/board";
    }

    /** For printing: what the director signs and the representative board keeps. */
    @GetMapping("/closing/minutes")
    String minutes(
            Actor actor,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        model.addAttribute("minutes", minutes.of(actor, unit.isEmpty() ? own(actor) : units.byCode(unit), day));
        return "closing/minutes";
    }

    @PostMapping("/closing")
    String create(Actor actor, @RequestParam LocalDate day) {
        closing.start(actor, own(actor), day);
        return "redirect:/closing";
    }

    /** The reader's office; for who belongs to none, the first office in scope. */
    private Unit own(Actor actor) {
        return actor.officeId() == 0 ? board.firstOffice(actor) : units.get(actor.officeId());
    }
}
