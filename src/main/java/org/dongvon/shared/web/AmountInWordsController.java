package org.dongvon.shared.web;

import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.MoneyInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Echoes an amount in words while it is typed, from the same rules that will read the form. */
@Controller
class AmountInWordsController {

    @GetMapping("/amount-in-words")
    @ResponseBody
    Echo show(@RequestParam String typed, @RequestAttribute("f") Formats formats) {
        var amount = MoneyInput.parse(typed);
        return new Echo(amount.amount(), formats.dong(amount), formats.words(amount));
    }

    /** The amount read, its digits and its words. */
    record Echo(long dong, String digits, String words) {}
}
