package org.dongvon.form;

import java.nio.charset.StandardCharsets;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Fills the templates below {@code templates/form/paper}. Forms are papers of Vietnamese law, so they are in Vietnamese whatever
 * language the reader's pages have.
 */
@Component
class PaperTemplates {

    private final TemplateEngine engine;

    PaperTemplates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/form/paper/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var spring = new SpringTemplateEngine();
        spring.setTemplateResolver(resolver);
        engine = spring;
    }

    /** A statement that is no form. */
    String statement(StatementPaper.Page page, Language language) {
        var context = new Context(language.locale());
        context.setVariable("page", page);
        context.setVariable("lang", language.tag());
        return engine.process("statement", context);
    }

    /** The form in the words of a text. */
    String html(FormDocument form, FormText text) {
        var context = new Context(Language.VI.locale());
        context.setVariable("form", form);
        context.setVariable("head", form.letterhead());
        context.setVariable("text", text);
        context.setVariable("f", Formats.in(Language.VI));
        return engine.process(text.template(), context);
    }
}
