package org.dongvon.report.figures;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebLimit;
import org.dongvon.shared.WebLimits;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.table.TableRefusal;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A file of figures is chosen, looked through, and loaded. */
@Controller
class FigureFilesController {

    private static final String FILE = "file";
    private static final int SHOWN = 200;

    private final ImportFigures figures;
    private final WebLimits limits;

    FigureFilesController(ImportFigures figures, WebLimits limits) {
        this.figures = figures;
        this.limits = limits;
    }

    @GetMapping("/reports/figures-check/files")
    String choose(Form form) {
        return "report/figures-file";
    }

    @PostMapping("/reports/figures-check/files")
    Object create(Actor actor, Form form, @RequestParam(name = FILE, required = false) List<MultipartFile> files)
            throws IOException {
        try {
            return "redirect:/reports/figures-check/files/" + figures.keep(actor, table(files));
        } catch (Refused refused) {
            form.refuse(FILE, refused);
            boolean large = refused.refusal() == TableRefusal.FILE_TOO_LARGE;
            return new ModelAndView(
                    "report/figures-file", large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT);
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

    private TableFile table(List<MultipartFile> files) throws IOException {
        if (files == null || files.isEmpty()) {
            throw new Refused(TableRefusal.EMPTY_FILE);
        }
        if (files.size() > 1) {
            throw new Refused(TableRefusal.SEVERAL_FILES);
        }
        var file = files.getFirst();
        int megabytes = limits.of(WebLimit.UPLOAD_MEGABYTES);
        if (file.getSize() > (long) megabytes << 20) {
            throw new Refused(TableRefusal.FILE_TOO_LARGE, megabytes);
        }
        return new TableFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }
}
