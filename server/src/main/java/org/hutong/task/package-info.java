/**
 * 任务: whom a post has to call or visit, every attempt and how it ended.
 *
 * <p>Neighbours: uses audience, manifest, resource, region and access, and reads what forms publish; implements the component kind
 * {@code visit}. Never belongs here: what is asked of residents and their answers (that is {@code form}), messages to them ({@code
 * outreach}), where a worker is or how long anybody is online (nowhere).
 */
@org.springframework.modulith.ApplicationModule(displayName = "task 任务",
        allowedDependencies = {"audience", "manifest", "resource", "catalogue", "region", "access", "problem"})
package org.hutong.task;
