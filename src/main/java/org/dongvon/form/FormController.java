package org.dongvon.form;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class FormController {

    private final FormCatalogue catalogue;

    FormController(FormCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/forms")
    String index(Model model) {
        model.addAttribute("forms", catalogue.all());
        return "form/forms";
    }
}
