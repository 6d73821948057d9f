package org.dongvon.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the answer to a request that failed, as a page or as problem+json, whichever was asked for. */
@Component
@WebOnly
public class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Digits and capitals that no one confuses on the telephone. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final SecureRandom random = new SecureRandom();
    private final Messages messages;

    Answers(Messages messages) {
        this.messages = messages;
    }

    /** The status of a page that comes back because a rule said no. */
    public static HttpStatus status(Refused refused) {
        return Answer.statusOf(refused);
    }

    /** A rule said no. */
    Answer refused(HttpServletRequest request, Refused refused) {
        var language = PageLanguage.of(request);
        var status = Answer.statusOf(refused);
        var title = messages.text(language, "refusal.title." + refused.refusal().kind());
        return new Answer(status, refused.refusal().name(), title, messages.sentence(language, refused), null);
    }

    /** The request itself was wrong, or the server is busy. */
    Answer fault(HttpServletRequest request, Fault fault) {
        return fault(request, fault, null);
    }

    /** Too much was asked for; after so many seconds there will be an answer again. */
    Answer wait(HttpServletRequest request, String seconds) {
        var language = PageLanguage.of(request);
        var answer = fault(request, Fault.TOO_MANY_REQUESTS);
        var wait = messages.text(language, Fault.TOO_MANY_REQUESTS.messageKey() + ".wait", seconds);
        return new Answer(answer.status(), answer.code(), answer.title(), answer.sentence() + " " + wait, null);
    }

    /** A bug, or a database that does not answer: logged under a number that the reader can name. */
    Answer broken(HttpServletRequest request, Fault fault, Throwable cause) {
        var reference = reference();
        LOG.error("{} at {} {}", reference, request.getMethod(), address(request), cause);
        return fault(request, fault, reference);
    }

    private Answer fault(HttpServletRequest request, Fault fault, @Nullable String reference) {
        var language = PageLanguage.of(request);
        return new Answer(
                fault.status(),
                fault.name(),
                messages.text(language, fault.messageKey() + ".title"),
                messages.text(language, fault.messageKey()),
                reference);
    }

    /** The answer in the form the request asked for. */
    Object render(HttpServletRequest request, Answer answer, HttpHeaders headers) {
        if (!wantsJson(request)) {
            var page = new ModelAndView("error", answer.status());
            page.addObject("answer", answer);
            return page;
        }
        var problem = ProblemDetail.forStatusAndDetail(answer.status(), answer.sentence());
        problem.setTitle(answer.title());
        problem.setProperty("code", answer.code());
        if (answer.reference() != null) {
            problem.setProperty("reference", answer.reference());
        }
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Whether the caller is a program: it takes JSON and did not ask for a page. */
    public static boolean wantsJson(HttpServletRequest request) {
        if (address(request).startsWith("/api/")) {
            return true;
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return accepted.stream().noneMatch(type -> type.getType().equals("text"))
                    && accepted.stream().anyMatch(type -> type.getSubtype().endsWith("json"));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** What was asked for, also when the server has passed the request on to the error page. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    private String reference() {
        var text = new StringBuilder("DV-");
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
