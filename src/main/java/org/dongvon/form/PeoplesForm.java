package org.dongvon.form;

import java.util.List;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.springframework.web.servlet.ModelAndView;

/** A printed form that names people: shown as a page, whoever it names is logged as seen for its purpose. */
public record PeoplesForm(PrintedForm file, List<Long> people, Purpose purpose) implements ShowsPeople {

    /** The answer of a controller. */
    public ModelAndView show() {
        return file.showing(this);
    }
}
