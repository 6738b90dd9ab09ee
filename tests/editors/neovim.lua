-- Works on a description in Neovim as a person would: findings, hover, completion, a quick fix.
local function say(text) io.stdout:write(text .. '\n') end

local function work()
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({
    name = 'worksec',
    cmd = { 'node', vim.env.WORKSEC, 'lsp', '--stdio' },
    root_dir = vim.fn.getcwd(),
  })
  assert(client and vim.lsp.buf_attach_client(buffer, client), 'the server does not start')

  local function finding()
    for _, each in ipairs(vim.diagnostic.get(buffer)) do
      if each.code == 'reference/unknown-id' then return each end
    end
  end
  assert(vim.wait(15000, function() return finding() ~= nil end, 20), 'no findings')
  local found = finding()
  say('finding: ' .. found.message)

  local function ask(method, params)
    local document = vim.lsp.util.make_text_document_params(buffer)
    local answers = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', { textDocument = document }, params), 10000)
    local answer = answers and answers[client]
    assert(answer and answer.result, method .. ' is not answered')
    return answer.result
  end
  local position = { line = found.lnum, character = found.col }
  local help = ask('textDocument/hover', { position = { line = 3, character = 2 } })
  assert(#vim.inspect(help.contents) > 20, 'an empty hover')
  local offered = ask('textDocument/completion', { position = position })
  local labels = vim.tbl_map(function(item) return item.label end, offered.items or offered)
  assert(vim.tbl_contains(labels, 'handlers'), 'handlers is not offered')
  say('completion: ' .. #labels .. ' offers')

  local range = { start = position, ['end'] = { line = found.end_lnum, character = found.end_col } }
  for _, action in ipairs(ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } })) do
    if action.title == 'Replace with handlers' then
      -- The edit of an action is asked for only when somebody picks it.
      local answers = vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, 10000)
      vim.lsp.util.apply_workspace_edit(answers[client].result.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    end
  end
  assert(vim.wait(10000, function() return finding() == nil end, 20), 'the finding stays')
  local line = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, false)[1]
  assert(line:find('[handlers]', 1, true), 'the text is ' .. line)
  say('after the fix: ' .. line)
  vim.lsp.stop_client(client)
end

local done, why = pcall(work)
if not done then
  say(tostring(why))
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
