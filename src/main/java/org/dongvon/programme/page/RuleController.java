package org.dongvon.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.document.Documents;
import org.dongvon.programme.Parameter;
import org.dongvon.programme.ParameterUnit;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class RuleController {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+([.][0-9]+)?");

    private final Programmes programmes;
    private final Documents documents;
    private final Messages messages;

    RuleController(Programmes programmes, Documents documents, Messages messages) {
        this.programmes = programmes;
        this.documents = documents;
        this.messages = messages;
    }

    @GetMapping("/rules")
    String index(HttpServletRequest request, Model model) {
        var language = PageLanguage.of(request);
        model.addAttribute("documents", documents.byCode());
        model.addAttribute(
                "rules",
                programmes.current().parameters().rows().stream()
                        .map(row -> new Rule(row, value(row, language)))
                        .toList());
        return "programme/rules";
    }

    private String value(Parameter row, Language language) {
        var value = row.parts().stream()
                .map(part -> row.unit() == ParameterUnit.STEPS ? step(part, language) : part(part, language))
                .collect(Collectors.joining(row.unit() == ParameterUnit.LIST ? " → " : "; "));
        return messages.text(language, "parameterUnit." + row.unit(), value);
    }

    private String step(String part, Language language) {
        var bounds = part.split(":", 2);
        return messages.text(language, "rule.step", part(bounds[0], language), part(bounds[1], language));
    }

    private String part(String part, Language language) {
        if (NAME.matcher(part).matches()) {
            return messages.text(language, "rule.value." + part);
        }
        return DECIMAL.matcher(part).matches() ? number(new BigDecimal(part), language) : part;
    }

    private static String number(BigDecimal number, Language language) {
        BigInteger digits = number.unscaledValue();
        return Formats.in(language).decimal(digits, number.scale());
    }

    /** A row of the rules with its value in the reader's words. */
    record Rule(Parameter row, String value) {}
}
