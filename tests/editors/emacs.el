;;; Works on a description in Emacs as a person would: findings, hover, completion, a quick fix.  -*- lexical-binding: t -*-
(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(define-derived-mode worksec-mode text-mode "Work system")
(add-to-list 'auto-mode-alist '("\\.\\(work-system\\|charter\\)\\.ya?ml\\'" . worksec-mode))
(add-to-list 'eglot-server-programs `(worksec-mode . ("node" ,(getenv "WORKSEC") "lsp" "--stdio")))
(setq eglot-sync-connect 15 eglot-confirm-server-initiated-edits nil flymake-no-changes-timeout 0.1)

(defun worksec-wait (what found)
  "Wait until FOUND gives something, and give it; end with WHAT otherwise."
  (let ((end (+ (float-time) 15)) answer)
    (while (and (null (setq answer (funcall found))) (< (float-time) end)) (accept-process-output nil 0.05))
    (or answer (error "%s" what))))

(defun worksec-finding ()
  "The finding that the test is about."
  (cl-find-if (lambda (each) (string-match-p "Nothing here is called" (flymake-diagnostic-text each))) (flymake-diagnostics)))

(find-file (getenv "WORKSEC_FILE"))
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(let ((found (worksec-wait "no findings" #'worksec-finding)))
  (princ (format "finding: %s\n" (flymake-diagnostic-text found)))
  (goto-char (flymake-diagnostic-beg found))
  (let* ((server (eglot--current-server-or-lose))
         (hover (save-excursion
                  (goto-char (point-min))
                  (search-forward "partici")
                  (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
         (offered (jsonrpc-request server :textDocument/completion (eglot--TextDocumentPositionParams)))
         (items (append (if (vectorp offered) offered (plist-get offered :items)) nil)))
    (unless (plist-get hover :contents) (error "an empty hover"))
    (unless (cl-find "handlers" items :key (lambda (item) (plist-get item :label)) :test #'equal) (error "handlers is not offered"))
    (princ (format "completion: %d offers\n" (length items)))
    (let* ((range (list :start (eglot--pos-to-lsp-position (flymake-diagnostic-beg found))
                        :end (eglot--pos-to-lsp-position (flymake-diagnostic-end found))))
           (actions (jsonrpc-request server :textDocument/codeAction
                                     (list :textDocument (eglot--TextDocumentIdentifier) :range range
                                           :context (list :diagnostics []))))
           (action (cl-find "Replace with handlers" actions :key (lambda (each) (plist-get each :title)) :test #'equal)))
      (unless action (error "the fix is not offered"))
      (eglot--apply-workspace-edit (plist-get action :edit)))
    (eglot--signal-textDocument/didChange)
    (worksec-wait "the finding stays" (lambda () (flymake-start) (accept-process-output nil 0.1) (null (worksec-finding))))
    (goto-char (point-min))
    (unless (search-forward "[handlers]" nil t) (error "the text did not change"))
    (princ (format "after the fix: %s\n" (buffer-substring (line-beginning-position) (line-end-position))))
    (set-buffer-modified-p nil)
    (ignore-errors (eglot-shutdown server))))
