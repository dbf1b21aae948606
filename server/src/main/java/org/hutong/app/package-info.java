/**
 * The main class and what belongs to the whole: wiring of security, HTTP, problems, the API document, database, demo town, web apps.
 *
 * <p>Neighbours: may use every module; none may use it. Never belongs here: a rule of any module.
 */
@org.springframework.modulith.ApplicationModule(displayName = "app")
package org.hutong.app;
