/** The HTTP side of tasks: what a post has to do, attempts, and residents who ask for help. */
package org.hutong.task.web;
