package org.dongvon.report.figures;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.UploadedTable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A file of figures is chosen, looked through, and loaded. */
@Controller
class FigureFilesController {

    private static final int SHOWN = 200;

    private final ImportFigures figures;
    private final UploadedTable uploaded;

    FigureFilesController(ImportFigures figures, UploadedTable uploaded) {
        this.figures = figures;
        this.uploaded = uploaded;
    }

    @GetMapping("/reports/figures-check/files")
    String choose(Form form) {
        return "report/figures-file";
    }

    @PostMapping("/reports/figures-check/files")
    Object create(
            Actor actor,
            Form form,
            @RequestParam(name = UploadedTable.FILE, required = false) List<MultipartFile> files)
            throws IOException {
        try {
            return "redirect:/reports/figures-check/files/" + figures.keep(actor, uploaded.of(files));
        } catch (Refused refused) {
            return UploadedTable.refused("report/figures-file", form, refused);
        }
    }

    @GetMapping("/reports/figures-check/files/{key}")
    String show(Actor actor, @PathVariable UUID key, Model model) {
        var file = figures.kept(actor, key);
        var preview = figures.preview(actor, file);
        model.addAttribute("file", file.name());
        model.addAttribute("key", key);
        model.addAttribute("counts", preview.counts());
        model.addAttribute("bad", preview.bad().stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, preview.bad().size() - SHOWN));
        return "report/figures-preview";
    }

    @PostMapping("/reports/figures-check/files/{key}")
    String load(Actor actor, @PathVariable UUID key, @RequestParam(defaultValue = "all") String rows) {
        var file = figures.kept(actor, key);
        var counts = rows.equals("good") ? figures.runGoodRows(actor, key, file) : figures.run(actor, key, file);
        return "redirect:/reports/figures-check?loaded=" + counts.written();
    }
}
