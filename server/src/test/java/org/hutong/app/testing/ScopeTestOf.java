package org.hutong.app.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This test (or every test of this class) shows that an operation keeps to the caller's scope: what lies outside answers 404 or is left
 * out. {@code ScopeCoverageTest} fails for an operation of officers or residents without one.
 *
 * <pre>{@code @ScopeTestOf("GET /api/people/{id}")}</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ScopeTestOf {

    /** Method and path as in the API document. */
    String[] value();
}
