package org.dongvon.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dongvon.shared.Refused;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside of any controller: in a filter, in a template, in the server's own parsing. */
@Controller
public class ErrorPages implements ErrorController {

    /** Request attribute with the {@link Refused} that made a filter send an error. */
    public static final String REFUSED = "org.dongvon.refused";

    private final Answers answers;

    ErrorPages(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        return answers.render(request, answer(request, response), HttpHeaders.EMPTY);
    }

    private Answer answer(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(REFUSED) instanceof Refused refused) {
            return answers.refused(request, refused);
        }
        // Nobody asks for this page by its address.
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return answers.fault(request, Fault.NO_SUCH_PAGE);
        }
        var fault = Fault.of(HttpStatusCode.valueOf(status));
        var wait = response.getHeader(HttpHeaders.RETRY_AFTER);
        if (fault == Fault.TOO_MANY_REQUESTS && wait != null) {
            return answers.wait(request, wait);
        }
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause && status >= 500
                ? answers.broken(request, fault, cause)
                : answers.fault(request, fault);
    }
}
