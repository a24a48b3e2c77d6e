package io.deskhand.service.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests that reach no controller, such as one that Spring Security's {@code HttpFirewall} refuses. */
@RestController
public class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Asked for directly, it is an address like any other at which there is nothing.
        HttpStatusCode code = HttpStatusCode.valueOf(status instanceof Integer known ? known : 404);
        return Problems.general(ProblemCode.of(code)).answer();
    }
}
