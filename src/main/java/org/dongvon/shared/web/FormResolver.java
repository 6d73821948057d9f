package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers what was typed, and the page its {@code form} back. */
final class FormResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Form.class;
    }

    @Override
    public Form resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var typed = new LinkedHashMap<String, String>();
        var address = addressed(request);
        var lists = lists(parameter);
        request.getParameterMap().forEach((field, values) -> {
            // Else an address could slip another amount under a form that somebody else fills in.
            if (values.length > 1 && address.contains(field) && !lists.contains(field)) {
                throw new Refused(SharedRefusal.FIELD_TWICE, field);
            }
            typed.put(field, values[0]);
        });
        var form = new Form(typed);
        if (container != null) {
            container.addAttribute("form", form);
        }
        return form;
    }

    /** What the page reads as a list, of which each value is shown and counts. */
    private static Set<String> lists(MethodParameter parameter) {
        return Arrays.stream(parameter.getExecutable().getParameters())
                .filter(each -> each.isAnnotationPresent(RequestParam.class)
                        && Collection.class.isAssignableFrom(each.getType()))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    /** The names of the fields of the address. */
    private static Set<String> addressed(NativeWebRequest request) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        return asked == null || asked.getQueryString() == null
                ? Set.of()
                : Arrays.stream(asked.getQueryString().split("&", -1))
                        .map(field -> decoded(field.split("=", 2)[0]))
                        .collect(Collectors.toSet());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }
}
