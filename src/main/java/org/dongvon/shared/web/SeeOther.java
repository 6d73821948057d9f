package org.dongvon.shared.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was posted: 303 to the page that shows what became of it. */
public final class SeeOther {

    private SeeOther() {}

    /** Sends the reader to a page of ours. */
    public static ModelAndView to(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
