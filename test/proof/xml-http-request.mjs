// What browsers have and Node does not: XMLHttpRequest over fetch, as far as the samples go.
export class XMLHttpRequest extends EventTarget {
  readyState = 0;
  status = 0;
  responseText = '';
  responseType = '';
  onload = null;
  onerror = null;
  #request = {};
  #headers = new Headers();

  get response() {
    return this.responseType === 'json' ? JSON.parse(this.responseText) : this.responseText;
  }

  open(method, url) {
    this.#request = { method, url };
    this.readyState = 1;
  }

  setRequestHeader(name, value) {
    if (this.readyState !== 1) throw new DOMException('The request is not open', 'InvalidStateError');
    this.#headers.append(name, value);
  }

  send(body = null) {
    const { method, url } = this.#request;
    fetch(url, { method, headers: this.#headers, body })
      .then(async (response) => {
        this.responseText = await response.text();
        this.status = response.status;
        this.readyState = 4;
        this.#tell('load');
      })
      .catch(() => this.#tell('error'));
  }

  #tell(name) {
    const event = new Event(name);
    this[`on${name}`]?.(event);
    this.dispatchEvent(event);
  }
}
