package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.shared.Refused;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The only place that turns an exception into an answer. */
@ControllerAdvice
class ErrorAdvice {

    private final Answers answers;

    ErrorAdvice(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(HttpServletRequest request, Refused refused) {
        return answers.render(request, answers.refused(request, refused), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    Object other(HttpServletRequest request, Exception exception) {
        var headers = exception instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
        return answers.render(request, answer(request, exception), headers);
    }

    private Answer answer(HttpServletRequest request, Exception exception) {
        return switch (exception) {
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getParameter().hasParameterAnnotation(PathVariable.class) ->
                answers.fault(request, Fault.NO_SUCH_PAGE);
            case TypeMismatchException mismatch -> answers.fault(request, Fault.BAD_REQUEST);
            case RequestRejectedException rejected -> answers.fault(request, Fault.BAD_REQUEST);
            case HttpMessageNotReadableException unreadable -> answers.fault(request, Fault.BAD_REQUEST);
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                answers.fault(request, Fault.of(response.getStatusCode()));
            case DataAccessResourceFailureException down -> answers.broken(request, Fault.UNAVAILABLE, down);
            case CannotCreateTransactionException down -> answers.broken(request, Fault.UNAVAILABLE, down);
            case TransientDataAccessException busy -> answers.broken(request, Fault.UNAVAILABLE, busy);
            default -> answers.broken(request, Fault.BROKEN, exception);
        };
    }
}
