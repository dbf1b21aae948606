/**
 * 表单: questions and what is known about each of them, what is asked of one resident, drafts, submissions.
 *
 * <p>Neighbours: uses audience, manifest, resource, catalogue, file and access; implements the component kind {@code form}. Never belongs
 * here: how values are stored and which of them is current (that is {@code resource}), messages to residents (that is
 * {@code outreach}).
 */
@org.springframework.modulith.ApplicationModule(displayName = "form 表单",
        allowedDependencies = {"audience", "manifest", "resource", "catalogue", "region", "file", "access", "problem", "sheet", "sheet :: web"})
package org.hutong.form;
